package com.acme.orders.adapter;

import com.acme.orders.model.Refund;
import com.acme.orders.model.ReturnRequest;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Closed returns in DynamoDB, by their id. */
public final class ReturnTable {
    private final DynamoDbClient dynamo;
    private final String table;

    public ReturnTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    public boolean isClosed(String returnId) {
        var request = GetItemRequest.builder()
                .tableName(table)
                .key(Map.of("id", text(returnId)))
                .build();
        return dynamo.getItem(request).hasItem();
    }

    public String close(ReturnRequest request, Refund refund) {
        var item = Map.of("id", text(request.id()), "order", text(request.orderId()), "means", text(refund.means()));
        dynamo.putItem(PutItemRequest.builder().tableName(table).item(item).build());
        return request.id();
    }

    private static AttributeValue text(String value) {
        return AttributeValue.builder().s(value).build();
    }
}
