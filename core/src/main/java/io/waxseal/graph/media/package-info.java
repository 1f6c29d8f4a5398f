/**
 * Files that travel with messages: uploaded for those that go out, fetched for those that came in, kept sealed under the
 * key of the person they are from. A host reaches it by {@code whatsapp.media()}; the gate uploads through it what a
 * message attaches.
 *
 * <p>Source: Meta, Cloud API, media and resumable upload.
 */
@NullMarked
package io.waxseal.graph.media;

import org.jspecify.annotations.NullMarked;
