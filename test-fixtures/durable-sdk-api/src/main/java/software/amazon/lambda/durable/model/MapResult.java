package software.amazon.lambda.durable.model;

import java.util.List;

/** Stands in for the SDK type of this name: map result. */
public record MapResult<T>(List<MapResult.MapResultItem<T>> items, ConcurrencyCompletionStatus completionReason) {

    public static <T> MapResult<T> empty() {
        throw new UnsupportedOperationException("stand-in");
    }

    public MapResult.MapResultItem<T> getItem(int number) {
        throw new UnsupportedOperationException("stand-in");
    }

    public T getResult(int number) {
        throw new UnsupportedOperationException("stand-in");
    }

    public MapResult.MapError getError(int number) {
        throw new UnsupportedOperationException("stand-in");
    }

    public boolean allSucceeded() {
        throw new UnsupportedOperationException("stand-in");
    }

    public int size() {
        throw new UnsupportedOperationException("stand-in");
    }

    public List<T> results() {
        throw new UnsupportedOperationException("stand-in");
    }

    public List<T> succeeded() {
        throw new UnsupportedOperationException("stand-in");
    }

    public List<MapResult.MapError> failed() {
        throw new UnsupportedOperationException("stand-in");
    }

    public record MapError(String errorType, String errorMessage, List<String> stackTrace) {

        public static MapResult.MapError of(Throwable error) {
            throw new UnsupportedOperationException("stand-in");
        }
    }

    public record MapResultItem<T>(MapResult.MapResultItem.Status status, T result, MapResult.MapError error) {

        public static <T> MapResult.MapResultItem<T> succeeded(T value) {
            throw new UnsupportedOperationException("stand-in");
        }

        public static <T> MapResult.MapResultItem<T> failed(MapResult.MapError mapError) {
            throw new UnsupportedOperationException("stand-in");
        }

        public static <T> MapResult.MapResultItem<T> skipped() {
            throw new UnsupportedOperationException("stand-in");
        }

        public enum Status {
            SUCCEEDED, FAILED, SKIPPED;
        }
    }
}
