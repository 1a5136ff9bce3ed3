package dev.replaylint.durable.flow;

import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What calls without a body to follow pass on from their operands to their result. */
public interface ApiFlow {

    /**
     * Leaves of the result.
     *
     * @param path the fields that are read from it; if there are any, it hands on its operands' elements
     */
    Set<Leaf> result(Site.Call call, Visit visit, List<FieldKey> path, Origins origins);

    /** The operands that what is computed from them, or given to a function element by element, still depends on. */
    List<Value> passedThrough(Value.Derived value);

    /** Whether a value is also what it holds or is made of: the fields of an object, the parts of a text. */
    boolean countsContents();

    /** Whether objects of the class have elements: of others it is only asked whether they are there. */
    default boolean hasElements(String className) {
        return true;
    }

    /** Leaves of what code puts into an array, or into what a field holds, after it was made; the assignments of its body are known. */
    default Set<Leaf> filled(Value container, Visit visit, List<FieldKey> path, Origins origins) {
        return Set.of();
    }

    /** Leaves of what replayed code puts into what a field holds, be it static or of the object itself. */
    default Set<Leaf> kept(FieldKey field, List<FieldKey> path, Origins origins) {
        return Set.of();
    }

    /** Leaves of what decides in which order a call, and how often it is made, puts something into what a field of an object holds. */
    default Set<Leaf> fills(Edge edge, Value object, FieldKey field, Origins origins) {
        return Set.of();
    }

    /** Leaves of what code puts into an object that a body has from elsewhere: from an API, or from who calls it. */
    default Set<Leaf> changed(Value object, Visit visit, List<FieldKey> path, Origins origins) {
        return Set.of();
    }

    /** Leaves of what a field holds whichever object it is of, besides what is known of that object. */
    default Set<Leaf> initial(Site.FieldRead read, List<FieldKey> path, Origins origins) {
        return Set.of();
    }

    /** Leaves of what decides which of several methods of the project a call runs. */
    default Set<Leaf> target(Site.Call call, Visit visit, List<FieldKey> path, Origins origins) {
        return Set.of();
    }

    /** Conditions that count as a part of a value that depends on them. */
    default List<Value> deciders(Value.Join join) {
        return List.of();
    }

    /** Conditions that count as a part of a returned value. */
    default List<Value> deciders(Site.Return site) {
        return List.of();
    }

    /** What gave an array of which an element is taken by its place. */
    default Set<Leaf> placed(Value.Element element, Visit visit, List<FieldKey> path) {
        return Set.of();
    }

    /** What gave one of the elements of a loop, of which a value is the one that the loop ended with. */
    default Set<Leaf> taken(Stream<Site.Call> elements, Visit visit, List<FieldKey> path) {
        return Set.of();
    }
}
