package com.acme.orders.adapter;

import com.acme.orders.model.OrderLine;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Pieces on the shelf in DynamoDB, by article. */
public final class StockTable {
    private final DynamoDbClient dynamo;
    private final String table;

    public StockTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    public boolean sells(String sku) {
        var request = GetItemRequest.builder()
                .tableName(table)
                .key(Map.of("sku", text(sku)))
                .build();
        return dynamo.getItem(request).hasItem();
    }

    public void add(OrderLine line) {
        var request = UpdateItemRequest.builder()
                .tableName(table)
                .key(Map.of("sku", text(line.sku())))
                .updateExpression("ADD pieces :pieces")
                .expressionAttributeValues(Map.of(":pieces", number(line.quantity())))
                .build();
        dynamo.updateItem(request);
    }

    private static AttributeValue text(String value) {
        return AttributeValue.builder().s(value).build();
    }

    private static AttributeValue number(int value) {
        return AttributeValue.builder().n(Integer.toString(value)).build();
    }
}
