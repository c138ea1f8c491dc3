package dev.analystcopilot.knowledge.source.attack;

import dev.analystcopilot.knowledge.source.Drafts;
import dev.analystcopilot.knowledge.source.KnowledgeSource;
import dev.analystcopilot.knowledge.source.SourceFile;
import dev.analystcopilot.knowledge.source.attack.StixObject.Page;
import java.util.Locale;

/// ATT&CK bundles in STIX 2.0 or 2.1, of any domain (enterprise, mobile, ICS).
public final class AttackSource implements KnowledgeSource {

    @Override
    public String name() {
        return "attack";
    }

    @Override
    public boolean takes(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".stix");
    }

    @Override
    public void read(SourceFile file, Drafts drafts) {
        StixBundle bundle = StixBundle.read(file.stream(), drafts);
        var techniques = new TechniquePages(bundle);
        var others = new ActorPages(bundle);
        for (Page page : Page.values()) {
            for (StixObject object : bundle.of(page)) {
                switch (page) {
                    case TECHNIQUE -> drafts.add(techniques.technique(object));
                    case TACTIC -> drafts.add(techniques.tactic(object));
                    case MITIGATION -> drafts.add(techniques.mitigation(object));
                    case STRATEGY -> drafts.add(techniques.strategy(object));
                    case COMPONENT -> drafts.add(techniques.component(object));
                    case GROUP, MALWARE, TOOL, CAMPAIGN -> drafts.add(others.page(object, page.kind()));
                }
            }
        }
    }
}
