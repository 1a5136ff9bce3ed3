package state;

import java.util.ArrayList;
import java.util.List;

/** A score that grows by new values. */
public record Score(int points, List<String> moves) {
    Score with(String move) {
        var more = new ArrayList<>(moves);
        more.add(move);
        return new Score(points + move.length(), List.copyOf(more));
    }
}
