package mapped;

import java.util.List;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Makes a small picture of each, in a map. */
public final class AlbumHandler extends DurableHandler<Album, List<String>> {
    private static final int MOST = 100;

    @Override
    public List<String> handleRequest(Album album, DurableContext ctx) {
        if (album.pictures().size() > MOST) {
            throw new IllegalArgumentException("too many pictures in " + album.id());
        }
        var result = ctx.map("thumbnails", album.pictures(), String.class, (picture, index, child) -> {
            var size = child.step("measure", Integer.class, step -> picture.length());
            return child.step("shrink", String.class, step -> picture + "@" + size / 2);
        });
        if (!result.allSucceeded()) {
            throw new IllegalStateException(result.failed().size() + " pictures failed");
        }
        return result.results();
    }
}
