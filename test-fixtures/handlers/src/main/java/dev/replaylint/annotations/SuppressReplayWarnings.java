package dev.replaylint.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Findings of these rules in the annotated declaration are known and no defect. replay-lint knows the annotation by its simple name:
 * copy it into a package of your own, so that your code depends on nothing.
 */
@Retention(RetentionPolicy.CLASS)
@Target({
    ElementType.TYPE,
    ElementType.METHOD,
    ElementType.CONSTRUCTOR,
    ElementType.FIELD,
    ElementType.LOCAL_VARIABLE
})
public @interface SuppressReplayWarnings {

    /** Names of rules, such as {@code wall-clock}. */
    String[] value();

    /** Why the findings are no defects. */
    String reason();
}
