package dev.analystcopilot.triage.scenario;

/// A scenario file that cannot be used. The message names file, scenario and field, and says how to mend it.
public final class InvalidScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidScenarioException(String file, String scenario, String field, String problem, String remedy) {
        super(said(file, scenario, field, problem, remedy));
    }

    InvalidScenarioException(String file, String problem, String remedy, Throwable cause) {
        super(said(file, "", "", problem, remedy), cause);
    }

    private static String said(String file, String scenario, String field, String problem, String remedy) {
        return file + ": " + (scenario.isEmpty() ? "" : "scenario '" + scenario + "', ")
                + (field.isEmpty() ? "" : "field '" + field + "': ") + problem + ". " + remedy + ".";
    }
}
