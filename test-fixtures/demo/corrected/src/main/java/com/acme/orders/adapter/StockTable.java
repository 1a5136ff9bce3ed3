package com.acme.orders.adapter;

import com.acme.orders.model.OrderLine;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
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

    /** Counts the pieces of each return once; a retried step finds its return among the arrivals. */
    public void add(OrderLine line, String returnId) {
        var values = Map.of(
                ":pieces", number(line.quantity()),
                ":arrival", text(returnId),
                ":arrivals", AttributeValue.builder().ss(returnId).build());
        var request = UpdateItemRequest.builder()
                .tableName(table)
                .key(Map.of("sku", text(line.sku())))
                .updateExpression("ADD pieces :pieces, arrivals :arrivals")
                .conditionExpression("NOT contains(arrivals, :arrival)")
                .expressionAttributeValues(values)
                .build();
        try {
            dynamo.updateItem(request);
        } catch (ConditionalCheckFailedException e) {
            return;
        }
    }

    private static AttributeValue text(String value) {
        return AttributeValue.builder().s(value).build();
    }

    private static AttributeValue number(int value) {
        return AttributeValue.builder().n(Integer.toString(value)).build();
    }
}
