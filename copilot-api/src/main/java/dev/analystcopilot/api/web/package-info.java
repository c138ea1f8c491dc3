/// What all routes share: problem details, the page, the interface description.
@NullMarked
package dev.analystcopilot.api.web;

import org.jspecify.annotations.NullMarked;
