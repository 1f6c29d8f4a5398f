/** What this host brings to Waxseal: a KEK in a key store of the JDK, and the customer data of its own order tables. */
package com.example.adapter;
