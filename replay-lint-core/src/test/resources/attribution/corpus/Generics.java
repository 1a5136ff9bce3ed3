package corpus;

import java.util.*;
import java.util.function.*;

class Generics {

    interface Node<N extends Node<N>> {
        N parent();

        default N root() {
            return parent().root();
        }
    }

    static final class Leaf implements Node<Leaf> {
        String text = "";

        @Override
        public Leaf parent() {
            return this;
        }
    }

    abstract static class Builder<B extends Builder<B>> {
        private final Map<String, Object> values = new LinkedHashMap<>();

        abstract B self();

        B with(String key, Object value) {
            values.put(key, value);
            return self();
        }
    }

    static final class NamedBuilder extends Builder<NamedBuilder> {
        @Override
        NamedBuilder self() {
            return this;
        }

        NamedBuilder named(String name) {
            return with("name", name);
        }

        String build() {
            return String.valueOf(with("x", 1).named("y").self());
        }
    }

    static class Outer<K> {
        static class Inner<V> {
            V value;

            <R> Inner<R> map(Function<? super V, ? extends R> function) {
                Inner<R> result = new Inner<>();
                result.value = function.apply(value);
                return result;
            }
        }

        K key;

        Inner<K> inner() {
            return new Inner<K>();
        }
    }

    static <T> T identity(T value) {
        return value == null ? identity(value) : value;
    }

    @SafeVarargs
    static <T> List<T> listOf(T... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    static <A, B extends A> void copy(List<? super A> to, List<? extends B> from) {
        for (B b : from) {
            to.add(b);
        }
        to.get(0).hashCode();
        from.get(0).hashCode();
    }

    static double sum(Collection<? extends Number> numbers) {
        double total = 0;
        for (Number number : numbers) {
            total += number.doubleValue();
        }
        return numbers.isEmpty() ? total : numbers.iterator().next().intValue();
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    void raw(List raw, Map<String, List> partly) {
        raw.get(0).toString().trim();
        raw.add("x");
        partly.get("x").iterator().next().hashCode();
        Iterator it = raw.iterator();
        it.next().equals(raw);
        Comparable comparable = "x";
        comparable.compareTo("y");
    }

    void use(Outer<String> outer, Class<? extends Number> type, Enum<?> any, Predicate<? super String> test) throws Exception {
        new Leaf().root().text.trim();
        new NamedBuilder().with("a", 1).named("n").build().trim();
        outer.inner().map(String::length).map(n -> n.longValue()).value.intValue();
        Outer.Inner<List<String>> nested = new Outer.Inner<>();
        nested.value.get(0).trim();
        identity("x").trim();
        identity(identity(1)).intValue();
        Generics.<String>identity(null).trim();
        listOf("a", "b").get(0).trim();
        listOf(1, 2.5).get(0).doubleValue();
        listOf(listOf("a"), listOf("b")).get(0).get(0).trim();
        copy(new ArrayList<Object>(), List.of("a"));
        sum(List.of(1, 2L));
        type.getDeclaredConstructor().newInstance().intValue();
        any.name().trim();
        test.and(s -> s.hashCode() > 0).negate().test("x");
        Optional<? extends CharSequence> text = Optional.of("x");
        text.map(CharSequence::length).orElseThrow().intValue();
        text.get().charAt(0);
        Supplier<? extends List<? extends Number>> supplier = () -> List.of(1, 2);
        supplier.get().get(0).intValue();
        Map<String, Map<Integer, List<Character>>> deep = new TreeMap<>();
        deep.getOrDefault("x", Map.of()).values().stream().flatMap(List::stream).map(Character::charValue).forEach(c -> c.compareTo('x'));
        BinaryOperator<Integer> larger = BinaryOperator.maxBy(Comparator.naturalOrder());
        larger.andThen(Integer::toBinaryString).apply(1, 2).trim();
        UnaryOperator<String> twice = s -> s + s;
        twice.compose((Object o) -> o.toString()).andThen(String::length).apply(3).intValue();
        var list = new ArrayList<Map.Entry<String, ? extends Number>>();
        list.add(Map.entry("k", 1));
        list.get(0).getValue().intValue();
        Object[] objects = {1, "x", new Leaf[] {new Leaf()}};
        ((Leaf[]) objects[2])[0].parent().root().text.length();
        boolean flag = objects.length > 1;
        (flag ? "a" : Optional.of("b").get()).trim();
        (flag ? Integer.valueOf(1) : "x").hashCode();
        List<? extends Comparable<?>> mixed = flag ? List.of("a") : List.of(1);
        mixed.get(0).getClass().getName().trim();
        "a".getClass().getSimpleName().trim();
        Function<Object, ? extends List<String>> toList = o -> Collections.singletonList(o.toString());
        toList.apply(1).get(0).trim();
        Thread thread = new Thread(() -> outer.inner().map(k -> k.trim()));
        thread.start();
        ThreadLocal<List<String>> local = ThreadLocal.withInitial(ArrayList::new);
        local.get().add("x");
        Iterator<String> names = new Iterator<String>() {
            private final Iterator<? extends CharSequence> source = List.of("x").iterator();

            @Override
            public boolean hasNext() {
                return source.hasNext();
            }

            @Override
            public String next() {
                return source.next().toString();
            }
        };
        Iterable<String> all = () -> names;
        all.forEach(System.out::println);
    }
}
