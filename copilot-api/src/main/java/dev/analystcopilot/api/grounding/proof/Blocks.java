package dev.analystcopilot.api.grounding.proof;

import dev.analystcopilot.api.grounding.atom.Atom;
import dev.analystcopilot.api.grounding.atom.Atom.Unit;
import dev.analystcopilot.api.grounding.atom.Atoms;
import dev.analystcopilot.api.grounding.atom.Judgement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts the atoms of a statement into blocks, each of which is borne out by one facet. That each atom holds somewhere
/// is not enough: a host of one alert with the time of another is a lie made of true parts.
///
/// A block may end only where the words allow it: at "and", "but", ";" and the like; at a comma only where the next
/// block says a thing of the same kind anew; always at a word of order. A single atom stands alone only in a row of its
/// kind ("web-01, web-02 and web-03"), else it belongs to its neighbours.
public final class Blocks {
    private static final Pattern STRONG = Pattern.compile(
            "\\b(?:and|but|while|whereas|then|than|versus|compared (?:to|with)|plus|as well as)\\b|[;；]|[而并且但和与及]|同时|其中|以及|少于|多于|高于|低于|相比",
            Pattern.CASE_INSENSITIVE);
    /// Words that speak of a part of a case.
    private static final Pattern PART = Pattern.compile(
            "\\b(?:step|stage|phase|tactic|technique|there|where|which|whose|each|th(?:is|at|ese|ose) (?:host|user|account|address))\\b|第.步|步骤\\s*\\d|阶段|该步|这一步|每|其中|该(?:主机|用户|账户|地址)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WEAK = Pattern.compile("[,，:：]");
    /// Between the members of a row: no words but those that join.
    private static final Pattern ROW = Pattern.compile(
            "[\\s*`\"'”’“‘]*(?:\\([^()]*\\)|（[^（）]*）)?[\\s*`\"'”’]*(?:(?:,|，|、|/|;|；|–|—|-|and|or|as well as|plus|to|和|与|及|以及|并|或|至|到)\\s*)+"
                    + "(?:also|then|at|on|the|users?|hosts?|accounts?|用户|主机|账户)?[\\s*`\"'“‘(（]*",
            Pattern.CASE_INSENSITIVE);

    /// Atoms of one block and the facets that bear them out: those of parts if there are any, else of the whole.
    public record Block(List<Atom> atoms, List<Facet> facets) {
        public Block {
            atoms = List.copyOf(atoms);
            facets = List.copyOf(facets);
        }
    }

    private final String text;
    private final List<Atom> atoms;
    private final List<Facet> facets;
    private final List<Integer> cuts;
    private final List<BitSet> holders = new ArrayList<>();
    private @Nullable Boolean namesNoPart;

    /// @param text that the atoms stand in
    /// @param cuts places where a block has to end
    public Blocks(String text, List<Atom> atoms, List<Facet> facets, List<Integer> cuts) {
        this.text = text;
        this.atoms = List.copyOf(atoms);
        this.facets = List.copyOf(facets);
        this.cuts = List.copyOf(cuts);
        for (Atom atom : atoms) {
            var holds = new BitSet();
            for (int f = 0; f < facets.size(); f++) {
                if (facets.get(f).holds(atom)) {
                    holds.set(f);
                }
            }
            holders.add(holds);
        }
    }

    /// What no facet bears out, whatever stands beside it.
    public List<Atom> missing() {
        List<Atom> missing = new ArrayList<>();
        for (int i = 0; i < atoms.size(); i++) {
            if (holders.get(i).isEmpty()) {
                missing.add(atoms.get(i));
            }
        }
        return missing;
    }

    /// The blocks in the order of the text; empty if the atoms cannot be cut so that each block holds.
    public Optional<List<Block>> solve() {
        int n = atoms.size();
        int[] from = new int[n + 1];
        java.util.Arrays.fill(from, -1);
        from[0] = 0;
        for (int end = 1; end <= n; end++) {
            for (int start = 0; start < end && from[end] < 0; start++) {
                if ((start == 0 || from[start] >= 0)
                        && allowed(start, end)
                        && !holding(start, end).isEmpty()) {
                    from[end] = start;
                }
            }
        }
        if (n > 0 && from[n] < 0) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        for (int end = n; end > 0; end = from[end]) {
            blocks.addFirst(new Block(atoms.subList(from[end], end), preferred(holding(from[end], end))));
        }
        return Optional.of(blocks);
    }

    private List<Facet> preferred(BitSet holding) {
        List<Facet> all = holding.stream().mapToObj(facets::get).toList();
        List<Facet> parts = all.stream().filter(facet -> !facet.broad()).toList();
        return parts.isEmpty() ? all : parts;
    }

    private boolean allowed(int start, int end) {
        if (!cuttable(start, start) || !cuttable(end, start)) {
            return false;
        }
        for (int i = start + 1; i < end; i++) {
            if (forced(i)) {
                return false;
            }
        }
        return end - start > 1
                || atoms.size() == 1
                || inRow(start)
                || forced(start)
                || forced(end)
                || (atoms.get(start) instanceof Atom.Technique && apart(start) && apart(end));
    }

    /// Whether an "and", a comma or the like stands before the atom at `i`, or it is the first or behind the last.
    private boolean apart(int i) {
        return i == 0
                || i == atoms.size()
                || STRONG.matcher(between(i)).find()
                || WEAK.matcher(between(i)).find();
    }

    /// Whether its neighbour is of its kind.
    private boolean inRow(int i) {
        return (i > 0 && joined(i)) || (i + 1 < atoms.size() && joined(i + 1));
    }

    private boolean joined(int i) {
        return atoms.get(i - 1).kind() == atoms.get(i).kind()
                && ROW.matcher(between(i)).matches();
    }

    /// Whether a block that began at `start` may end before the atom at `i`.
    private boolean cuttable(int i, int start) {
        if (i == 0 || i == atoms.size() || forced(i)) {
            return true;
        }
        String between = between(i);
        if (STRONG.matcher(between).find() || joined(i)) {
            return true;
        }
        if (!WEAK.matcher(between).find()) {
            return false;
        }
        int kind = atoms.get(i).kind();
        // Where the question is whether one may begin here, what went before decides.
        int from = start == i ? 0 : start;
        return atoms.subList(from, i).stream().anyMatch(atom -> atom.kind() == kind);
    }

    private String between(int i) {
        int from = Math.min(atoms.get(i - 1).end(), atoms.get(i).start());
        return text.substring(from, atoms.get(i).start());
    }

    private boolean forced(int i) {
        if (i == 0 || i == atoms.size()) {
            return false;
        }
        return cuts.stream()
                .anyMatch(cut ->
                        cut >= atoms.get(i - 1).end() && cut <= atoms.get(i).start());
    }

    private BitSet holding(int start, int end) {
        var holding = new BitSet();
        holding.set(0, facets.size());
        for (int i = start; i < end; i++) {
            holding.and(holders.get(i));
        }
        List<Atom> block = atoms.subList(start, end);
        if (atoms.stream().allMatch(Blocks::edge) || ofTheWhole(block) || countsTheWhole(block)) {
            // "It began at 03:12": of nothing else than the whole.
            keepWhole(holding);
        }
        for (int f = holding.nextSetBit(0); f >= 0; f = holding.nextSetBit(f + 1)) {
            if (facets.get(f).broad() && mixes(facets.get(f), block)) {
                holding.clear(f);
            }
        }
        return holding;
    }

    private static boolean edge(Atom atom) {
        return atom instanceof Atom.Term || (atom instanceof Atom.Moment moment && moment.edge() != Atom.Edge.ANY);
    }

    /// Whether it says when something began or ended and names no part that could be meant.
    private static boolean ofTheWhole(List<Atom> block) {
        return block.stream().anyMatch(atom -> atom instanceof Atom.Moment && edge(atom))
                && block.stream().allMatch(atom -> edge(atom) || atom instanceof Atom.Rate);
    }

    /// "37 alerts on three hosts": of the whole where the words name no part of it.
    private boolean countsTheWhole(List<Atom> block) {
        return block.stream().anyMatch(Atom.Number.class::isInstance)
                && block.stream().allMatch(Blocks::ofNoPart)
                && namesNoPart();
    }

    private boolean namesNoPart() {
        Boolean known = namesNoPart;
        if (known == null) {
            known = atoms.stream().noneMatch(Atom.Term.class::isInstance)
                    && !PART.matcher(text).find()
                    && Atoms.acts(text).isEmpty();
            namesNoPart = known;
        }
        return known;
    }

    private static boolean ofNoPart(Atom atom) {
        return atom instanceof Atom.Rate
                || (atom instanceof Atom.Number number
                        && number.per() != Unit.STEP_NUMBER
                        && number.per() != Unit.OTHER)
                || (atom instanceof Atom.Judged judged && judged.judgement().family() == Judgement.Family.VERDICT);
    }

    private void keepWhole(BitSet holding) {
        if (facets.stream().noneMatch(Facet::broad)) {
            return;
        }
        for (int f = holding.nextSetBit(0); f >= 0; f = holding.nextSetBit(f + 1)) {
            if (!facets.get(f).broad()) {
                holding.clear(f);
            }
        }
    }

    /// Whether a block joins things that only a part of the whole can join: one of many hosts with a time.
    private static boolean mixes(Facet whole, List<Atom> block) {
        boolean part = block.stream().anyMatch(atom -> switch (atom) {
            case Atom.Name name -> !whole.core(name.value());
            case Atom.Technique ignored -> true;
            case Atom.Term ignored -> true;
            case Atom.Quote ignored -> false;
            case Atom.Moment ignored -> false;
            case Atom.Number number -> number.per() == Unit.STEP_NUMBER;
            case Atom.Rate ignored -> false;
            case Atom.Span ignored -> false;
            case Atom.Judged ignored -> false;
            case Atom.Order ignored -> false;
            case Atom.Act ignored -> false;
            case Atom.Rank ignored -> false;
            case Atom.Apart ignored -> false;
        });
        boolean particular = block.stream()
                .anyMatch(atom -> atom instanceof Atom.Moment
                        || (atom instanceof Atom.Judged judged
                                && judged.judgement().family() == Judgement.Family.OUTCOME)
                        || (atom instanceof Atom.Number number && number.per() == Unit.ALERT));
        return part && particular;
    }
}
