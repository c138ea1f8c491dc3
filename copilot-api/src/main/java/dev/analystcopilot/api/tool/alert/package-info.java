/// Tools that find, count and compare alerts, and hunt among them.
@NullMarked
package dev.analystcopilot.api.tool.alert;

import org.jspecify.annotations.NullMarked;
