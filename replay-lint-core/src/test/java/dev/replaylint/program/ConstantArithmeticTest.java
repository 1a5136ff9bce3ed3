package dev.replaylint.program;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class ConstantArithmeticTest {

    @Test
    void negatedNumbersKeepTheirType() {
        assertThat(ConstantArithmetic.unary("-", 5)).hasValue(-5);
        assertThat(ConstantArithmetic.unary("-", 5L)).hasValue(-5L);
        assertThat(ConstantArithmetic.unary("-", 0.5)).hasValue(-0.5);
        assertThat(ConstantArithmetic.unary("~", 5)).hasValue(~5);
    }

    @Test
    void intsWrapAndShiftAsTheCompilerComputesThem() {
        assertThat(ConstantArithmetic.binary("*", Integer.MAX_VALUE, 2)).hasValue(Integer.MAX_VALUE * 2);
        assertThat(ConstantArithmetic.binary("/", Integer.MIN_VALUE, -1)).hasValue(Integer.MIN_VALUE);
        assertThat(ConstantArithmetic.binary(">>>", -1, 28)).hasValue(-1 >>> 28);
        assertThat(ConstantArithmetic.binary("<<", 1, 33)).hasValue(1 << 33);
        assertThat(ConstantArithmetic.binary("<<", 1L, 33)).hasValue(1L << 33);
        assertThat(ConstantArithmetic.binary("%", 7, 0)).isEmpty();
    }
}
