package nested;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Contexts in contexts. */
public final class ProjectHandler extends DurableHandler<Project, String> {
    @Override
    public String handleRequest(Project project, DurableContext ctx) {
        var ground = ctx.runInChildContext("ground", String.class, this::ground);
        var shell = ctx.runInChildContext("shell", String.class, child -> {
            child.invoke("walls", "builders:live", project.id(), String.class);
            return child.runInChildContext("roof", String.class, inner -> {
                inner.invoke("timber", "carpenters:live", project.id(), String.class);
                inner.wait("dry", Duration.ofDays(2));
                return inner.step("sign", String.class, step -> "roof of " + project.id());
            });
        });
        ctx.step("hand-over", String.class, step -> ground + shell);
        return shell;
    }

    private String ground(DurableContext child) {
        child.invoke("dig", "diggers:live", "ground", String.class);
        child.wait("settle", Duration.ofDays(7));
        return child.step("measure", String.class, step -> "level");
    }
}
