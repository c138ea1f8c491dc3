package dev.analystcopilot.api.tool.act;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.security.Permission;
import dev.analystcopilot.api.tool.casework.CaseReader;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.response.ProposalStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// The tools that suggest something: offered only where the asker's own words ask for it, and only to those who may
/// judge.
@Component
public final class ActTools {
    private final ProposalStore proposals;
    private final CaseReader cases;
    private final Wishes wishes;
    private final Clock clock;

    ActTools(ProposalStore proposalStore, Database database, Clock clock) {
        this.proposals = proposalStore;
        this.cases = new CaseReader(database.cases());
        this.wishes = new Wishes(clock);
        this.clock = clock;
    }

    public List<LlmTool> at(Desk desk) {
        List<LlmTool> tools = new ArrayList<>();
        if (!Permission.JUDGE.admits(desk.inquiry().caller().roles())) {
            return tools;
        }
        if (wishes.wantAction(desk.inquiry())) {
            tools.add(new ProposeActionTool(proposals, cases, clock, new AtomicInteger(), desk));
        }
        if (wishes.wantVerdict(desk.inquiry())) {
            tools.add(new SuggestVerdictTool(cases, desk));
        }
        return tools;
    }
}
