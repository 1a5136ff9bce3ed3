package dev.replaylint.catalog;

/**
 * One kind of thing that the catalogue can say. The kinds of one enum exclude each other: together they are a facet of
 * a call.
 */
public sealed interface Fact
        permits Delivery,
                Effect,
                Exhaustion,
                Order,
                Flow,
                Functions,
                Guard,
                Locking,
                Packing,
                Pairing,
                Passing,
                Payload,
                Presence,
                Relay,
                Rendering,
                Renewal,
                Runs,
                Sharing,
                Sizing,
                Stacking,
                TypeFact,
                Volume {

    /** The word that states this fact in a catalogue line. */
    String keyword();
}
