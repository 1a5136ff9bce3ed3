package claims;

/** Says what a claim is worth. */
interface Assessor {
    Verdict assess(Claim claim);
}
