package corpus;

import static java.util.stream.Collectors.averagingInt;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.teeing;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.*;
import java.util.Map.Entry;
import java.util.function.*;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class Collecting {

    record Person(String name, int age, Optional<String> city, List<String> tags) {}

    Map<String, Set<Integer>> nested(List<Person> people) {
        var byCity = people.stream().collect(groupingBy(p -> p.city().orElse("-"), TreeMap::new, mapping(Person::age, toSet())));
        byCity.firstEntry().getValue().iterator().next().intValue();
        byCity.headMap("m").keySet().forEach(String::trim);
        Map<Boolean, Integer> sums = people.stream().collect(partitioningBy(p -> p.age() > 18, summingInt(Person::age)));
        sums.get(true).compareTo(3);
        var pair = people.stream().collect(teeing(counting(), averagingInt(Person::age), (n, a) -> n.doubleValue() + a.intValue()));
        pair.isNaN();
        people.stream()
                .collect(groupingBy(Person::name, collectingAndThen(toCollection(ArrayDeque::new), d -> d.peekFirst().age())))
                .forEach((k, v) -> System.out.println(k.length() + v.intValue()));
        Map<String, Person> byName =
                people.stream().collect(toMap(Person::name, Function.identity(), (a, b) -> a.age() > b.age() ? a : b, LinkedHashMap::new));
        byName.values().stream().map(p -> p.tags().get(0)).map(String::strip).toList().get(0).length();
        return byCity;
    }

    List<String> sorted(Map<String, List<Person>> groups) {
        return groups.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .sorted(Entry.<String, List<Person>>comparingByKey().reversed())
                .flatMap(e -> e.getValue().stream().map(p -> Map.entry(e.getKey(), p)))
                .sorted(Comparator.comparing((Entry<String, Person> e) -> e.getValue().age()).thenComparing(e -> e.getKey().length()))
                .map(e -> e.getKey().concat(e.getValue().name()))
                .toList();
    }

    int reduce(List<Person> people) {
        int a = people.stream().map(Person::age).reduce(0, Integer::sum);
        int b = people.stream().reduce(0, (n, p) -> n + p.age(), Integer::sum);
        OptionalInt c = people.stream().mapToInt(Person::age).max();
        String d = IntStream.rangeClosed(1, 3).mapToObj(i -> people.get(i).name()).collect(java.util.stream.Collectors.joining(","));
        double e = Stream.iterate(1.0, x -> x * 2).limit(4).mapToDouble(Double::doubleValue).sum();
        List<int[]> f = Stream.of(new int[] {1}, new int[] {2}).filter(x -> x.length > 0).toList();
        Integer[] g = people.stream().map(Person::age).toArray(Integer[]::new);
        return a + b + c.orElse(0) + d.length() + (int) e + f.get(0)[0] + g[0].hashCode();
    }

    void emptyFactories() {
        List<String> none = Collections.emptyList();
        none.stream().map(String::length).forEach(n -> n.byteValue());
        take(List.of(), Map.of(), Optional.empty());
        take(new ArrayList<>(), new HashMap<>(), Optional.of("x"));
        Set<String> set = new TreeSet<>(Comparator.comparing(s -> s.length()));
        set.add("x");
        Supplier<List<String>> supplier = ArrayList::new;
        supplier.get().add("y");
        Map<String, List<Integer>> multi = new HashMap<>();
        multi.computeIfAbsent("k", k -> new ArrayList<>()).add(3);
        multi.merge("k", List.of(1), (x, y) -> Stream.concat(x.stream(), y.stream()).toList()).get(0).intValue();
        for (var entry : multi.entrySet()) {
            entry.getValue().forEach(v -> entry.getKey().repeat(v));
        }
    }

    private void take(List<String> list, Map<String, Integer> map, Optional<String> optional) {
        list.forEach(s -> map.put(s, s.length()));
        optional.map(String::length).ifPresentOrElse(n -> n.intValue(), () -> list.clear());
    }

    <T extends Comparable<? super T>> Optional<T> largest(Collection<? extends T> values) {
        T best = null;
        for (T value : values) {
            if (best == null || value.compareTo(best) > 0) {
                best = value;
            }
        }
        return Optional.ofNullable(best);
    }

    String useLargest() {
        return largest(List.of("a", "b")).map(String::trim).orElseGet(() -> "none").concat(largest(Set.of(1)).get().toString());
    }
}
