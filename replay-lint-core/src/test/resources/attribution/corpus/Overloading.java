package corpus;

import java.io.PrintStream;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class Overloading {

    String pick(int x) {
        return "int";
    }

    String pick(long x) {
        return "long";
    }

    String pick(Integer x) {
        return "Integer";
    }

    String pick(Object x) {
        return "Object";
    }

    String pick(int... x) {
        return "ints";
    }

    String pick(String head, Object... rest) {
        return "varargs";
    }

    void numbers() {
        byte b = 1;
        pick(b).trim();
        pick((short) 2).trim();
        pick('c').trim();
        pick(3L).trim();
        pick(3f).trim();
        pick(Integer.valueOf(3)).trim();
        pick().trim();
        pick(1, 2).trim();
        pick("a", 1, "b").trim();
        pick("a").trim();
        pick(new int[] {1}).trim();
        pick(b + 1L).trim();
        pick(true ? 1 : 2L).trim();
    }

    void printing(PrintStream out, Optional<String> name, char[] chars, List<?> wild) {
        out.println(name.orElseGet(() -> "none"));
        out.println(name.map(String::length).orElse(0));
        out.println(chars);
        out.println(chars.length);
        out.println(wild.get(0));
        out.println((Object) null);
        out.printf("%s %d%n", name, 3);
        out.println(String.valueOf(chars) + String.valueOf(3) + String.valueOf((Object) name) + 'c');
        out.print(Objects.requireNonNull(name.get(), () -> "message"));
        StringBuilder text = new StringBuilder().append('a').append(1).append("b").append(2.0).append(chars).append(name);
        text.insert(0, 'x').insert(0, "y").insert(0, 1L).reverse();
        text.append(name.isPresent() ? name.get() : null).append(name.isPresent() ? 1 : 'c');
    }

    void removing(List<Integer> numbers, Collection<Integer> more) {
        numbers.remove(1);
        numbers.remove(Integer.valueOf(1));
        more.remove(1);
        numbers.toArray(new Integer[0])[0].intValue();
        numbers.toArray(Integer[]::new)[0].intValue();
        Arrays.asList(1, 2.0).get(0).doubleValue();
        Arrays.sort(new String[0], (a, b) -> a.length() - b.length());
        Math.max(1, 2L);
        Math.abs(-1.5f);
    }

    void functions(ExecutorService pool) throws Exception {
        pool.submit(() -> quiet());
        pool.submit(() -> loud()).get().trim();
        pool.submit(() -> {
            throw new IllegalStateException();
        });
        pool.submit(() -> {
            quiet();
        });
        pool.submit(() -> {
            return loud();
        }).get().length();
        pool.submit(this::quiet);
        pool.submit(this::loud).get().length();
        pool.submit(Overloading::new).get().loud();
        CompletableFuture.supplyAsync(() -> loud()).thenApply(String::length).thenCombine(CompletableFuture.completedFuture(2L), (a, b) -> a + b).join().longValue();
        CompletableFuture.runAsync(this::quiet).thenCompose(v -> CompletableFuture.supplyAsync(this::loud)).whenComplete((r, t) -> r.trim());
        run(x -> x.length());
        run(() -> loud());
        call(s -> s.trim());
        Callable<String> callable = this::loud;
        callable.call().isBlank();
        ToIntFunction<String> toInt = String::length;
        toInt.applyAsInt("x");
        BiFunction<String, Integer, Character> charAt = String::charAt;
        charAt.apply("x", 0).charValue();
        Function<Integer, int[]> array = int[]::new;
        array.apply(3).clone();
        Comparator<String> order = ((Comparator<String>) String::compareTo).reversed();
        order.compare("a", "b");
        Runnable cast = (Runnable & java.io.Serializable) this::quiet;
        cast.run();
        Supplier<Supplier<String>> nested = () -> this::loud;
        nested.get().get().trim();
        Function<String, Function<String, String>> curried = a -> b -> a.concat(b);
        curried.apply("a").andThen(String::length).apply("b").intValue();
    }

    private void run(ToIntFunction<String> function) {
        function.applyAsInt("");
    }

    private void run(Supplier<String> supplier) {
        supplier.get();
    }

    private <R> R call(Function<String, R> function) {
        return function.apply("");
    }

    private void quiet() {}

    private String loud() {
        return "!";
    }
}
