/**
 * What every implementation of a store must hold, as abstract tests: an author extends one, says how the store is opened,
 * and runs it. They use nothing but the exported API.
 */
package io.waxseal.contract;
