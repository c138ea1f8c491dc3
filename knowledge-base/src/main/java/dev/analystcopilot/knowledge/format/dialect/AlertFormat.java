package dev.analystcopilot.knowledge.format.dialect;

/// How one product, standard or data set writes alerts. Stateless.
public sealed interface AlertFormat permits JsonFormat, CsvFormat, LineFormat {

    /// Its name on the command line and in requests.
    String name();
}
