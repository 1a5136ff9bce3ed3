package signup;

import java.util.Optional;

/** A person who wants an account. */
public record Signup(String mail, String plan, Optional<String> voucher) {}
