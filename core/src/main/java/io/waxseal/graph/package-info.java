/**
 * The Graph API beside sending: where it is, and what a business manages there.
 *
 * <p>Source: Meta, Graph API and Cloud API references.
 */
@NullMarked
package io.waxseal.graph;

import org.jspecify.annotations.NullMarked;
