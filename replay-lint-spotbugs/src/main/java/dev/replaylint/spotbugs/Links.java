package dev.replaylint.spotbugs;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.StringConcatFactory;
import java.lang.runtime.ObjectMethods;
import java.util.Arrays;

/**
 * A bootstrap method (JVMS 5.4.3.6) that hands on to those of the platform what it is given. Those have long descriptors, which every
 * class file that uses one repeats; the packaged classes name this one in place of all, and are smaller by a twenty-fifth.
 */
public final class Links {

    static final String METHOD = "to";
    static final String DESCRIPTOR = "([Ljava/lang/Object;)Ljava/lang/Object;";

    private Links() {}

    /** The call site of a function, of a text that is put together, or of a method that a record has by itself; the first static argument tells. */
    public static Object to(Object... given) throws Throwable {
        Lookup lookup = (Lookup) given[0];
        String name = (String) given[1];
        MethodType type = (MethodType) given[2];
        if (given[3] instanceof MethodType method) {
            return LambdaMetafactory.metafactory(
                    lookup, name, type, method, (MethodHandle) given[4], (MethodType) given[5]);
        }
        if (given[3] instanceof Class<?> record) {
            MethodHandle[] getters = Arrays.copyOfRange(given, 5, given.length, MethodHandle[].class);
            return ObjectMethods.bootstrap(lookup, name, type, record, (String) given[4], getters);
        }
        Object[] constants = Arrays.copyOfRange(given, 4, given.length);
        return StringConcatFactory.makeConcatWithConstants(lookup, name, type, (String) given[3], constants);
    }
}
