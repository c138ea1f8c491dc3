/// Tools that suggest something for a person to decide. Nothing is ever carried out here.
@NullMarked
package dev.analystcopilot.api.tool.act;

import org.jspecify.annotations.NullMarked;
