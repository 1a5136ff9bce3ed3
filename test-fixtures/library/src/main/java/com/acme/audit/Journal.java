package com.acme.audit;

/** Takes lines. */
interface Journal {

    void append(String line);
}
