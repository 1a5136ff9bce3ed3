package config;

import software.amazon.lambda.durable.DurableConfig;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Tries a few times during the night. */
public final class NightHandler extends DurableHandler<Job, String> {
    private final Settings settings;

    public NightHandler() {
        settings = new Settings();
    }

    @Override
    protected DurableConfig createConfiguration() {
        return DurableConfig.defaultConfig();
    }

    @Override
    public String handleRequest(Job job, DurableContext ctx) {
        for (int i = 0; i < settings.rounds(); i++) {
            var outcome = ctx.invoke("run-" + i, settings.queue(), job, String.class);
            if ("ok".equals(outcome)) {
                return outcome;
            }
        }
        ctx.wait("rest", settings.pause());
        return "failed";
    }
}
