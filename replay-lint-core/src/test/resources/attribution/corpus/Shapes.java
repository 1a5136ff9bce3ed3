package corpus;

import java.util.List;
import java.util.function.Function;

sealed interface Shapes {

    record Circle(double radius) implements Shapes {}

    record Square(Double side) implements Shapes {
        public Square {
            if (side.isNaN()) {
                throw new IllegalArgumentException("side %s".formatted(side));
            }
        }

        static Square unit() {
            return new Square(1.0);
        }
    }

    record Group<S extends Shapes>(String title, List<S> members, Shapes... more) implements Shapes {
        S first() {
            return members.get(0);
        }

        int size() {
            return members().size() + more.length;
        }
    }

    enum Kind {
        ROUND,
        SQUARE,
        MIXED
    }

    default double area() {
        if (this instanceof Circle c && c.radius() > 0) {
            return Math.PI * c.radius() * c.radius();
        }
        if (!(this instanceof Square square)) {
            return this instanceof Group<?> g ? g.members().stream().mapToDouble(Shapes::area).sum() : 0;
        }
        return square.side().doubleValue();
    }

    static String describe(Object o, Kind kind) {
        String text =
                """
                A shape of kind %s,
                which is "%s".
                """.formatted(kind, o);
        String name = switch (kind) {
            case ROUND -> "round".concat(text);
            case SQUARE -> {
                String local = o.toString();
                yield local.trim();
            }
            default -> throw new IllegalStateException(kind.name());
        };
        int number = switch (name.length()) {
            case 1, 2:
                yield name.charAt(0);
            case 3:
                String shared = name.strip();
                yield shared.length();
            default:
                yield Integer.parseInt(name);
        };
        switch (kind) {
            case MIXED:
                String mixed = name.toLowerCase();
                mixed.length();
                break;
            case ROUND:
                mixed = "x";
                mixed.isBlank();
            default:
                kind.ordinal();
        }
        Function<Object, String> byType = x -> {
            if (x instanceof String s) {
                return s.trim();
            } else if (x instanceof Integer s && s.intValue() > number) {
                return s.toString();
            } else if (x instanceof Group<?> s) {
                return s.first().area() + s.title().trim();
            }
            while (!(x instanceof Long l)) {
                x.hashCode();
            }
            return l.toString();
        };
        Object chosen = switch (kind) {
            case ROUND -> new Circle(2);
            case SQUARE -> Square.unit();
            case MIXED -> new Group<>("g", List.of(new Circle(1), new Circle(2)), Square.unit());
        };
        var group = new Group<>("t", List.of(new Circle(3)));
        group.first().radius();
        group.members().get(0).area();
        return byType.apply(chosen).trim() + group.size() + group.hashCode() + group.equals(o);
    }

    static <T extends Exception & Comparable<T>> int both(T left, T right) throws T, ClassNotFoundException {
        left.getMessage().trim();
        if (left.compareTo(right) > 0) {
            throw left;
        }
        try (var stream = new java.io.ByteArrayInputStream("x".getBytes());
                java.util.Scanner scanner = new java.util.Scanner(stream)) {
            scanner.nextLine().trim();
        } catch (java.io.UncheckedIOException | IllegalArgumentException | java.io.IOException e) {
            e.getMessage().trim();
            e.printStackTrace();
        } finally {
            left.fillInStackTrace();
        }
        synchronized (left.getCause()) {
            assert left.toString() != null : "x".concat("y");
        }
        do {
            right.initCause(left);
        } while (right.getSuppressed().length == 0);
        for (int i = "abc".indexOf('b'), j = Integer.bitCount(i); i < "abc".length(); i += Integer.signum(j)) {
            outer:
            for (char c : "abc".toCharArray()) {
                if (Character.isDigit(c)) {
                    continue outer;
                }
                Character.getNumericValue(c);
            }
        }
        Object loaded = Class.forName("x".trim());
        return loaded instanceof Class<?> type ? type.getName().length() : int.class.getName().length();
    }
}
