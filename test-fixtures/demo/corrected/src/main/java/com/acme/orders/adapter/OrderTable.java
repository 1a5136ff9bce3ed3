package com.acme.orders.adapter;

import com.acme.orders.model.Order;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Orders in DynamoDB, by their id. */
public final class OrderTable {
    private final DynamoDbClient dynamo;
    private final String table;

    public OrderTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    public boolean contains(String orderId) {
        var request = GetItemRequest.builder()
                .tableName(table)
                .key(Map.of("id", text(orderId)))
                .build();
        return dynamo.getItem(request).hasItem();
    }

    /** Stores the order unless it is there already, so that a retried step changes nothing. */
    public String save(Order order, String number) {
        var request = PutItemRequest.builder()
                .tableName(table)
                .item(Map.of("id", text(order.id()), "number", text(number), "customer", text(order.customer())))
                .conditionExpression("attribute_not_exists(id)")
                .build();
        try {
            dynamo.putItem(request);
        } catch (ConditionalCheckFailedException e) {
            return number;
        }
        return number;
    }

    private static AttributeValue text(String value) {
        return AttributeValue.builder().s(value).build();
    }
}
