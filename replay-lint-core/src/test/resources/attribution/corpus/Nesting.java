package corpus;

import static corpus.Nesting.Level.HIGH;
import static java.lang.Math.*;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map.Entry;
import java.util.function.Supplier;

class Nesting<T> {

    private final List<T> values = new ArrayList<>();
    private static final String NAME = "nesting".intern();
    private int counter = "x".length();

    static {
        NAME.length();
    }

    {
        counter = Integer.parseInt("3");
    }

    enum Level implements Supplier<String> {
        LOW {
            @Override
            public String get() {
                return name().toLowerCase() + helper(1);
            }
        },
        HIGH("h", 3) {
            @Override
            public String get() {
                return super.get() + ordinal();
            }

            private String extra() {
                return toString();
            }
        },
        NONE("n");

        private final String code;
        private final int weight;

        Level() {
            this("l");
        }

        Level(String code) {
            this(code, 0);
        }

        Level(String code, int weight) {
            this.code = code.trim();
            this.weight = weight;
        }

        @Override
        public String get() {
            return code.repeat(weight);
        }

        static String helper(int n) {
            return String.valueOf(n);
        }

        static Level parse(String text) {
            for (Level level : values()) {
                if (level.name().equalsIgnoreCase(text)) {
                    return level;
                }
            }
            return valueOf("NONE").compareTo(HIGH) > 0 ? HIGH : Level.valueOf(text);
        }
    }

    class Cursor implements Iterator<T> {
        private int at;

        @Override
        public boolean hasNext() {
            return at < values.size() && Nesting.this.counter > 0;
        }

        @Override
        public T next() {
            step();
            return values.get(at++);
        }

        private void step() {
            bump(1);
        }
    }

    private void bump(int by) {
        counter += by + abs(by) + max(by, 2);
    }

    static class Base {
        private final String label;

        Base(String label) {
            this.label = label;
        }

        protected String show() {
            return label.concat(hook());
        }

        String hook() {
            return "base";
        }

        static String shared() {
            return "shared";
        }
    }

    static class Derived extends Base {
        Derived() {
            this("derived");
        }

        Derived(String label) {
            super(label.toUpperCase());
        }

        @Override
        String hook() {
            return super.hook() + super.show() + shared() + toString() + hashCode() + getClass().getSimpleName();
        }

        class Deeper {
            String reach() {
                return hook() + Derived.this.hook() + Derived.super.hook() + shared();
            }
        }
    }

    interface Greets {
        default String greet() {
            return "hello " + name();
        }

        String name();

        static Greets of(String name) {
            return () -> name;
        }
    }

    interface Waves {
        default String greet() {
            return "wave";
        }
    }

    record Both(String name) implements Greets, Waves {
        static final Both DEFAULT = new Both();

        Both() {
            this("both");
        }

        @Override
        public String greet() {
            return Greets.super.greet() + Waves.super.greet() + this.name() + name.length() + equals(DEFAULT) + hashCode();
        }
    }

    String use(Nesting<String> other) {
        Nesting<String>.Cursor cursor = other.new Cursor();
        cursor.next().trim();
        new Cursor().hasNext();
        Derived.Deeper deeper = new Derived().new Deeper();
        deeper.reach().trim();
        var anonymous = new Object() {
            int size = values.size();

            String own() {
                return "own" + size + counter;
            }
        };
        anonymous.own().concat(String.valueOf(anonymous.size));
        Iterable<T> iterable = () -> new Iterator<>() {
            private int at = 0;

            @Override
            public boolean hasNext() {
                return at < values.size();
            }

            @Override
            public T next() {
                return values.get(at++);
            }
        };
        for (T value : iterable) {
            value.hashCode();
        }
        class Local extends Derived {
            Local(String label) {
                super(label + NAME);
            }

            @Override
            String hook() {
                bump(2);
                return super.hook().trim();
            }
        }
        record Pair<A, B>(A left, B right) {
            <C> Pair<C, B> withLeft(C other) {
                return new Pair<>(other, right);
            }
        }
        interface Shout {
            String shout(String text);
        }
        Shout shout = text -> text.toUpperCase();
        var pair = new Pair<>("a", 1).withLeft(2L);
        pair.left().longValue();
        pair.right().intValue();
        pair.equals(pair);
        pair.toString().trim();
        Entry<String, Integer> entry = java.util.Map.entry("k", 2);
        entry.getKey().length();
        String[][] grid = {{"a"}, {"b".trim(), entry.getKey().strip()}};
        grid[0].clone()[0].length();
        grid.clone()[1][1].trim();
        Level.parse("x").get().trim();
        HIGH.get().trim();
        Level.LOW.getDeclaringClass().getName().trim();
        Both.DEFAULT.greet().trim();
        Greets.of("n").greet().trim();
        new Base("anonymous") {
            @Override
            String hook() {
                return show() + Base.shared() + shout.shout("x");
            }
        }.show().trim();
        return new Local("local").hook().concat(shout.shout("x"));
    }
}
