package io.waxseal.webhook;

import java.util.Optional;

/**
 * A product of the business's catalogue.
 *
 * @param catalogId Meta's id of the catalogue
 * @param productRetailerId the business's own id of the product
 */
public record ReferredProduct(Optional<String> catalogId, Optional<String> productRetailerId) {}
