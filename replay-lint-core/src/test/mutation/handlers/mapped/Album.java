package mapped;

import java.util.List;

/** Pictures that belong together. */
public record Album(String id, List<String> pictures) {}
