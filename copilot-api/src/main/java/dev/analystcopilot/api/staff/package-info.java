/// Questions of any employee, answered from staff documents only.
@NullMarked
package dev.analystcopilot.api.staff;

import org.jspecify.annotations.NullMarked;
