/**
 * What this host brings to Waxseal: a KEK in a key store of the JDK, the customer data of its own order tables, and a
 * detector of its customers' names and addresses.
 */
package com.example.adapter;
