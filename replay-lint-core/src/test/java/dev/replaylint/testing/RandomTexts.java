package dev.replaylint.testing;

import java.util.Random;

/** Texts of few letters, so that some of them have to do with one another. */
public final class RandomTexts {

    private RandomTexts() {}

    /** One to {@code longest} of these letters; how often a letter is among them says how likely it is. */
    public static String of(Random random, String letters, int longest) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(longest); length >= 0; length--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
