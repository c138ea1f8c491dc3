package dev.analystcopilot.knowledge.source.attack;

import dev.analystcopilot.knowledge.source.Draft;
import dev.analystcopilot.knowledge.source.attack.StixObject.Page;
import java.util.List;
import java.util.stream.Stream;

/// Groups, campaigns, malware and tools: who they are, and what they use.
final class ActorPages {
    private final StixBundle bundle;

    ActorPages(StixBundle bundle) {
        this.bundle = bundle;
    }

    Draft page(StixObject actor, String kind) {
        List<StixObject> used = TechniquePages.objects(bundle.from(actor, "uses"));
        List<StixObject> techniques = among(used, Page.TECHNIQUE);
        var draft = Draft.english(actor.ref(), kind, actor.name())
                .techniques(TechniquePages.refs(techniques))
                .tags(Stream.concat(actor.aliases().stream(), actor.platforms().stream())
                        .distinct()
                        .toList());
        // Other names are what people ask by.
        TechniquePages.describe(draft, actor, String.join(", ", actor.aliases()));
        TechniquePages.list(draft, "Techniques used", techniques);
        TechniquePages.list(
                draft,
                "Software used",
                Stream.concat(among(used, Page.MALWARE).stream(), among(used, Page.TOOL).stream())
                        .toList());
        TechniquePages.list(draft, "Used by", TechniquePages.objects(bundle.to(actor, "uses")));
        TechniquePages.list(draft, "Attributed to", TechniquePages.objects(bundle.from(actor, "attributed-to")));
        TechniquePages.list(draft, "Campaigns", TechniquePages.objects(bundle.to(actor, "attributed-to")));
        return draft.build();
    }

    private static List<StixObject> among(List<StixObject> objects, Page page) {
        return objects.stream()
                .filter(object -> object.page().filter(page::equals).isPresent())
                .toList();
    }
}
