export const careless   =  { written : "badly" }
