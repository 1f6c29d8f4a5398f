/**
 * A first bot, in one class: {@link io.waxseal.restaurant.Restaurant} books tables and shows the menu. It is what
 * docs/first-bot.md explains.
 */
@NullMarked
package io.waxseal.restaurant;

import org.jspecify.annotations.NullMarked;
