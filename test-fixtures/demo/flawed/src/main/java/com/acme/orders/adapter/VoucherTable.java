package com.acme.orders.adapter;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Vouchers in DynamoDB, by their code. */
public final class VoucherTable {
    private final DynamoDbClient dynamo;
    private final String table;

    public VoucherTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    public String add(String code, String customer, long cents) {
        var item = Map.of("code", text(code), "customer", text(customer), "cents", text(Long.toString(cents)));
        dynamo.putItem(PutItemRequest.builder().tableName(table).item(item).build());
        return code;
    }

    private static AttributeValue text(String value) {
        return AttributeValue.builder().s(value).build();
    }
}
