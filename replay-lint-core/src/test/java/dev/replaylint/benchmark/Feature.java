package dev.replaylint.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A thing that a shop has to do with.
 *
 * @param number what everything about it follows from
 * @param name of its class
 * @param fields name, name with a capital, and type of each
 */
record Feature(int number, String name, List<Map<String, String>> fields) {

    private static final List<String> NAMES = List.of(
            "Invoice",
            "Shipment",
            "Customer",
            "Contract",
            "Voucher",
            "Basket",
            "Refund",
            "Supplier",
            "Warehouse",
            "Parcel");

    private static final List<String> FIELDS = List.of(
            "title",
            "owner",
            "comment",
            "reference",
            "priority",
            "quantity",
            "weight",
            "limit",
            "urgent",
            "price",
            "fee",
            "deposit",
            "createdAt",
            "dueAt",
            "paidAt",
            "tags",
            "channels",
            "country",
            "street",
            "postcode");

    private static final List<String> TYPES = List.of(
            "String",
            "String",
            "String",
            "String",
            "int",
            "int",
            "long",
            "long",
            "boolean",
            "BigDecimal",
            "BigDecimal",
            "BigDecimal",
            "Instant",
            "Instant",
            "Instant",
            "List<String>",
            "List<String>",
            "String",
            "String",
            "String");

    static Feature of(int number) {
        List<Integer> all = new ArrayList<>();
        for (int field = 0; field < FIELDS.size(); field++) {
            all.add(field);
        }
        Random random = new Random(number);
        Collections.shuffle(all, random);
        List<Map<String, String>> fields = all.subList(0, 5 + random.nextInt(10)).stream()
                .map(f -> Map.of("f", FIELDS.get(f), "F", capital(FIELDS.get(f)), "type", TYPES.get(f)))
                .toList();
        return new Feature(number, NAMES.get(number % NAMES.size()) + number, fields);
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    String packageName() {
        return name.toLowerCase(Locale.ROOT);
    }

    Map<String, String> values() {
        return Map.of("N", name, "n", packageName());
    }
}
