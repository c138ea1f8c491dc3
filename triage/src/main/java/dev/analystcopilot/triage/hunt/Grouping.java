package dev.analystcopilot.triage.hunt;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import dev.analystcopilot.knowledge.hunt.HuntField;
import dev.analystcopilot.knowledge.hunt.HuntField.Name;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what is to be counted for each value of: "grouped by rule", "which hosts", 按规则统计, 哪些主机.
final class Grouping {
    private static final String NUMBER = "(?:(\\d{1,3}) )?";
    private static final List<Name> LISTED = List.of(
            Name.HOST,
            Name.USER,
            Name.IP,
            Name.DOMAIN,
            Name.HASH,
            Name.PROCESS,
            Name.FILE,
            Name.URL,
            Name.MAILBOX,
            Name.TECHNIQUE,
            Name.RULE,
            Name.SOURCE,
            Name.CASE);

    private record Form(Pattern pattern, Optional<Name> meant) {}

    private final Fields fields;
    private final List<Form> forms;

    Grouping(Fields fields) {
        this.fields = fields;
        String any = fields.pattern();
        String listed = fields.pattern(LISTED);
        String end =
                "(?=\\s*(?:$|[?.,;!，。？]|\\b(?:and|since|in|on|over|for|during|from|with|yesterday|today|last|this|sorted|please)\\b|\\s{2,}))";
        this.forms = List.of(
                form(
                        "\\b(?:group(?:ed|ing)?|broken down|break(?:ing)? down|split|count(?:s|ed)?|sum(?:med|marised|marized)?|aggregated?)(?: them| it| those)? (?:by|per)(?: the)? "
                                + any + "\\b"),
                form("\\b(?:per|for each|for every|by each|each) " + any + "\\b"),
                form("\\bby(?: the)? " + any + "\\b" + end),
                form("\\b(?:which|what)(?: are the)?(?: different| distinct| unique| other)?(?: top)? " + NUMBER
                        + listed + "\\b"),
                form("\\b(?:how many)(?: different| distinct| unique)? " + listed + "\\b"),
                form(
                        "\\b(?:top|most (?:frequent|common|targeted|active|affected|seen|noisy|attacked)|noisiest|busiest) "
                                + NUMBER + listed + "\\b"),
                form("\\b(?:list|distinct|unique|different)(?: of)?(?: all| the)*(?: different| distinct| unique)? "
                        + listed + "\\b"),
                new Form(
                        Pattern.compile(
                                "^\\s*who\\b|\\bwho (?:failed|logged|ran|did|was|is|has|used|tried|got|clicked)\\b",
                                CASE_INSENSITIVE),
                        Optional.of(Name.USER)),
                form("按照?(?:每个?|各个?)?" + any + "(?:来|进行|分别)?(?:分组|统计|汇总|分类|排序|分布|计数|排列|分开|聚合|看)*"),
                form("(?:每个?|各个?|每一个?|不同(?:的)?)" + any),
                form("(?:有?哪些|有?哪几个|哪个|哪几台|哪台|哪位|什么)(?:的)?(?:源)?" + listed),
                form("前 ?(\\d{1,3}) ?(?:个|名|台|位)?(?:的)?" + listed),
                form(listed + "(?:有哪些|是哪些|都有哪些|都有谁|有多少|分布|排名|排行|列表)"),
                form("(?:多少|几)(?:个|台|名|位)(?:不同的)?" + listed),
                form("最(?:多|频繁|活跃|常见)(?:的)?" + NUMBER.replace(" ", " ?(?:个|名|台)?(?:的)?") + listed),
                new Form(Pattern.compile("谁"), Optional.of(Name.USER)),
                new Form(
                        Pattern.compile(
                                "(?:,|\\band) (?:from )?where(?: from| to)?\\b|\\bwhere (?:do|did|does|are|were) (?:they|these|those|it) (?:all )?com(?:e|ing) from"
                                        + "|(?:都|分别)?(?:来自|从)(?:哪里|哪儿|何处|什么地方)(?:来的)?|来源是(?:哪里|什么)",
                                CASE_INSENSITIVE),
                        Optional.of(Name.IP)));
    }

    private static Form form(String regex) {
        return new Form(Pattern.compile(regex, CASE_INSENSITIVE), Optional.empty());
    }

    /// @param top how many are asked for
    record Found(HuntField field, Optional<Integer> top) {}

    /// The first that is found; its words are read then.
    Optional<Found> read(Unread text) {
        for (Form form : forms) {
            Matcher matcher = form.pattern.matcher(text.rest());
            while (matcher.find()) {
                Optional<Found> found = found(form, matcher);
                if (found.isPresent()) {
                    text.blank(matcher.start(), matcher.end());
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Found> found(Form form, Matcher matcher) {
        if (form.meant.isPresent()) {
            return form.meant.map(name -> new Found(HuntField.of(name), Optional.empty()));
        }
        Optional<Integer> top = Optional.empty();
        for (int g = 1; g <= matcher.groupCount(); g++) {
            String group = matcher.group(g);
            if (group != null && group.matches("\\d{1,3}")) {
                top = Optional.of(Integer.parseInt(group));
            } else if (group != null) {
                Optional<HuntField> field = fields.named(group);
                Optional<Integer> number = top;
                if (field.isPresent() && !field.get().equals(HuntField.of(Name.RAW))) {
                    return field.map(name -> new Found(name, number));
                }
            }
        }
        return Optional.empty();
    }
}
