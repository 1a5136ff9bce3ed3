package tokens;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;
import software.amazon.lambda.durable.TypeToken;

/** Results with type parameters. */
public final class SearchHandler extends DurableHandler<Search, List<String>> {
    public SearchHandler() {
        super(TypeToken.get(Search.class));
    }

    @Override
    public List<String> handleRequest(Search search, DurableContext ctx) {
        List<String> hits = ctx.step("search", new TypeToken<List<String>>() {}, step -> find(search));
        Map<String, Integer> counts = ctx.step("count", new TypeToken<Map<String, Integer>>() {}, step -> {
            Map<String, Integer> found = new TreeMap<>();
            for (String hit : hits) {
                found.merge(hit, 1, Integer::sum);
            }
            return found;
        });
        if (counts.isEmpty()) {
            ctx.invoke("suggest", "search:live", search.text(), String.class);
        }
        return hits;
    }

    private static List<String> find(Search search) {
        return List.of(search.text().split(" ")).stream().limit(search.most()).toList();
    }
}
