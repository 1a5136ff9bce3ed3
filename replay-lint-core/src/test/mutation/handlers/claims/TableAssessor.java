package claims;

import java.time.Instant;

/** Assesses by the number of photos. */
final class TableAssessor implements Assessor {
    @Override
    public Verdict assess(Claim claim) {
        return new Verdict(claim.cents() * Math.min(claim.photos().size(), 3) / 3, Instant.now().toString());
    }
}
