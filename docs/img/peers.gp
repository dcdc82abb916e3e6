# gnuplot peers.gp: speed of both builds relative to python3.13
set terminal pngcairo noenhanced size 900,776 font 'sans,9'
set output 'peers.png'
set datafile separator '\t'
set title 'Speed relative to python3.13 (2026-11-28)'
set xrange [0:*]
set yrange [-1:41]
set xlabel 'times as fast; the line is python3.13'
set arrow from 1, graph 0 to 1, graph 1 nohead lc rgb 'black'
set key bottom right
set grid xtics
plot 'peers.tsv' skip 1 using 2:0:ytic(stringcolumn(1)) with points pt 7 ps 1.1 lc rgb '#1f77b4' title 'lazy', \
     '' skip 1 using 3:0 with points pt 6 ps 1.1 lc rgb '#d62728' title 'eager'
