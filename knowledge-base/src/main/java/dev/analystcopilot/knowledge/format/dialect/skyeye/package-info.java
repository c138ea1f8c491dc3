/// Alerts of QiAnXin SkyEye.
@NullMarked
package dev.analystcopilot.knowledge.format.dialect.skyeye;

import org.jspecify.annotations.NullMarked;
