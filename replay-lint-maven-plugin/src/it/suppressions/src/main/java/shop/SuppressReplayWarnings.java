package shop;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The shop's own copy. */
@Retention(RetentionPolicy.CLASS)
@interface SuppressReplayWarnings {

    String[] value();

    String reason() default "";
}
