package dev.analystcopilot.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

/// The walls of the house, for everything below this module and in it.
@AnalyzeClasses(
        packages = "dev.analystcopilot",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

    /// Packaged, the test support of a module is a jar of its own, which the other option does not know for tests.
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.analystcopilot.embeddings..", "dev.analystcopilot.knowledge..", "dev.analystcopilot.triage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "reactor..", "dev.langchain4j..")
            .because(
                    "triage also runs in a batch, in tests and on Spark, where there is no Spring, Reactor or LangChain4j");

    @ArchTest
    static final ArchRule ONE_ROOM_RUNS_MODELS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.analystcopilot.embeddings..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..")
            .because("sessions, threads and native memory are looked after in one place");

    @ArchTest
    static final ArchRule ONE_ROOM_SPEAKS_SQL = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.analystcopilot.knowledge.postgres..", "dev.analystcopilot.knowledge.embedded..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "com.pgvector..", "org.jdbi..", "com.zaxxer.hikari..")
            .because("only there is every statement bound to a tenant and an audience");

    @ArchTest
    static final ArchRule ONE_ROOM_ANALYSES_TEXT = noClasses()
            .that()
            .resideOutsideOfPackage("dev.analystcopilot.knowledge.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("opennlp..", "org.apache.lucene..")
            .because("what is indexed and what is asked must be cut into words the same way");

    @ArchTest
    static final ArchRule ONE_ROOM_SPEAKS_TO_THE_MODEL = noClasses()
            .that()
            .resideOutsideOfPackage("dev.analystcopilot.api.llm..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.langchain4j..")
            .because("time limits, the breaker and the rule that a model decides nothing are kept there");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("dev.analystcopilot.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .because("a room that can be read alone can be understood alone");

    @ArchTest
    static final ArchRule NOBODY_IMPORTS_THE_EDGES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.analystcopilot.api.web..", "dev.analystcopilot.api.cli..", "dev.analystcopilot.api.config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.analystcopilot.api.web..", "dev.analystcopilot.api.cli..", "dev.analystcopilot.api.config..")
            .because(
                    "web, command line and wiring are the outermost ring: they know the features, not the other way round");

    @ArchTest
    static final ArchRule ONE_BRIDGE = noClasses()
            .that()
            .resideOutsideOfPackages("dev.analystcopilot.api.bridge..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("reactor.core.scheduler.Schedulers")
            .because("threads that may block are counted in one place, the bridge");

    @ArchTest
    static final ArchRule NOBODY_WAITS_FOR_A_STREAM = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.<JavaCall<?>>describe(
                    "block on a publisher",
                    call -> call.getTargetOwner().getPackageName().startsWith("reactor.core.publisher")
                            && call.getName().startsWith("block")))
            .because("an event loop that waits stops answering everyone");

    @ArchTest
    static final ArchRule PARTS_ARE_HANDED_IN = com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .because("a constructor says what a class needs, also without Spring");

    @ArchTest
    static final ArchRule ROUTES_STAY_IN_THEIR_ROOM = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate()
            .because("a route is reached over HTTP, where its permission is checked, and in no other way");

    @ArchTest
    static final ArchRule NO_STACK_TRACES = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("dev.analystcopilot.api.cli..")
            .should(new com.tngtech.archunit.lang.ArchCondition<>("print stack traces") {
                @Override
                public void check(
                        com.tngtech.archunit.core.domain.JavaMethod method,
                        com.tngtech.archunit.lang.ConditionEvents events) {
                    method.getMethodCallsFromSelf().stream()
                            .filter(call -> call.getName().equals("printStackTrace"))
                            .forEach(call -> events.add(com.tngtech.archunit.lang.SimpleConditionEvent.satisfied(
                                    method, call.getDescription())));
                }
            })
            .because("what went wrong goes to the log, once, with what it was about");
}
