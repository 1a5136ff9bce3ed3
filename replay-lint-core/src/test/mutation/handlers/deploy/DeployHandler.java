package deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Deploys region after region, each in a context of its own. */
public final class DeployHandler extends DurableHandler<Release, List<String>> {
    private static final int MOST_REGIONS = 20;

    @Override
    public List<String> handleRequest(Release release, DurableContext ctx) {
        if (release.regions().size() > MOST_REGIONS) {
            throw new IllegalArgumentException("too many regions");
        }
        List<String> live = new ArrayList<>();
        for (var region : release.regions()) {
            var healthy = ctx.runInChildContext("region-" + region, Boolean.class, child -> {
                child.invoke("deploy", "deployer:live", region + release.version(), String.class);
                child.wait("settle", Duration.ofMinutes(10));
                return child.step("health", Boolean.class, step -> Health.of(release.service(), region));
            });
            if (!healthy) {
                rollBack(release, region, ctx);
                break;
            }
            live.add(region);
        }
        return live;
    }

    private void rollBack(Release release, String region, DurableContext ctx) {
        ctx.getLogger().warn("{} is not healthy in {}", release.service(), region);
        ctx.invoke("roll-back", "deployer:live", region, String.class);
    }
}
