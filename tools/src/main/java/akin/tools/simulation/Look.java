package akin.tools.simulation;

/**
 * What one sees of an item of the simulated shop.
 *
 * @param leaf its category gives the shape
 * @param style what shoppers choose by gives the pattern
 * @param place among the items of its leaf and style; neighbours look most alike
 * @param colour as the attribute says
 */
record Look(int leaf, int style, int place, String colour) {}
