package deploy;

import java.util.List;

/** A version that goes live. */
public record Release(String service, String version, List<String> regions) {
    public Release {
        regions = List.copyOf(regions);
    }
}
