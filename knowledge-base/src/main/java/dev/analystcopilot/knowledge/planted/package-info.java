/// Text that gives orders where data should be: instructions planted in alerts, documents and mails for a model to
/// obey.
@NullMarked
package dev.analystcopilot.knowledge.planted;

import org.jspecify.annotations.NullMarked;
