package dev.replaylint.spotbugs;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.StringConcatFactory;
import java.lang.runtime.ObjectMethods;
import java.util.Arrays;

/**
 * Bootstrap methods (JVMS 5.4.3.6) that hand on to those of the platform what they are given. Those have long descriptors, which every
 * class file that uses one repeats; the packaged classes name these instead, and are smaller by a thirtieth.
 */
public final class Links {

    static final String DESCRIPTOR = "([Ljava/lang/Object;)Ljava/lang/Object;";

    private Links() {}

    /** In place of {@link LambdaMetafactory#metafactory}, for a lambda or a method reference. */
    public static Object function(Object... given) throws Throwable {
        CallSite site = LambdaMetafactory.metafactory(
                (Lookup) given[0],
                (String) given[1],
                (MethodType) given[2],
                (MethodType) given[3],
                (MethodHandle) given[4],
                (MethodType) given[5]);
        return site;
    }

    /** In place of {@link StringConcatFactory#makeConcatWithConstants}, for a text that is put together. */
    public static Object text(Object... given) throws Throwable {
        return StringConcatFactory.makeConcatWithConstants(
                (Lookup) given[0],
                (String) given[1],
                (MethodType) given[2],
                (String) given[3],
                Arrays.copyOfRange(given, 4, given.length));
    }

    /** In place of {@link ObjectMethods#bootstrap}, for {@code equals}, {@code hashCode} and {@code toString} of a record. */
    public static Object record(Object... given) throws Throwable {
        return ObjectMethods.bootstrap(
                (Lookup) given[0],
                (String) given[1],
                (MethodType) given[2],
                (Class<?>) given[3],
                (String) given[4],
                Arrays.copyOfRange(given, 5, given.length, MethodHandle[].class));
    }
}
